/** Weights from and to files of other libraries. */
export type { Dtype, WrittenDtype } from './dtypes.ts';
export { FileError } from './file-error.ts';
export { type ForeignFormat, ForeignFormatError, formatNames, recognise } from './formats.ts';
export { defaultLimits, type Limits } from './header.ts';
export { kerasNames } from './keras-names.ts';
export { readDense, readEmbedding, writeDense, writeEmbedding } from './layers.ts';
export { findModules, type Module, type Modules, type PlainModule, type RecurrentModule } from './modules.ts';
export { arrayNames, kerasPlace, type Lane, type Place, pytorchPlace } from './places.ts';
export { pythonFor } from './python.ts';
export { type Read, type ReadRecurrent, readRecurrent, writeRecurrent } from './recurrent.ts';
export {
  readSafetensors,
  type StoredTensor,
  type TensorFile,
  type Tensors,
  type WriteOptions,
  writeSafetensors,
} from './safetensors.ts';
