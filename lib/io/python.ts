/**
 * The lines of Python that turn a file of another format into safetensors. Each was run on such a file (torch 2.13, keras
 * 3.15 saving .keras, .h5 and .weights.h5, h5py 3.16, numpy 2.4, onnx 1.23, safetensors 0.8).
 *
 * Arrays are made contiguous first: `safetensors.numpy` writes the memory of an array as it lies, and a transposed view
 * (an orthogonal kernel of Keras is one) would come out scrambled, with no error.
 */
import type { ForeignFormat } from './formats.ts';

const torchSave = `
save_file({name: t.clone().contiguous() for name, t in state.items() if torch.is_tensor(t)}, "model.safetensors")`;

const torchState = `
for key in ("state_dict", "model_state_dict", "model"):  # a training checkpoint keeps it under one of these
    state = state.get(key, state)${torchSave}`;

const snippets: Readonly<Record<ForeignFormat, string>> = {
  pytorch: `# pip install torch safetensors
# If weights_only=True refuses the file, it holds a whole module; weights_only=False and .state_dict() get at it,
# but run code that the file brings along.
import torch
from safetensors.torch import save_file

state = torch.load("model.pt", map_location="cpu", weights_only=True)${torchState}`,
  pickle: `# pip install torch safetensors
# A pickle can run any code; weights_only=True loads none. If it refuses the file, think of where the file is from.
import torch
from safetensors.torch import save_file

state = torch.load("model.pth", map_location="cpu", weights_only=True)${torchState}`,
  torchscript: `# pip install torch safetensors
import torch
from safetensors.torch import save_file

state = torch.jit.load("model.pt", map_location="cpu").state_dict()${torchSave}`,
  keras: `# pip install keras safetensors, and one of tensorflow, torch, jax
import keras, numpy as np
from safetensors.numpy import save_file

model = keras.saving.load_model("model.keras", compile=False)
arrays = {w.path: keras.ops.convert_to_numpy(w) for w in model.weights}
save_file({name: np.ascontiguousarray(a) for name, a in arrays.items()}, "model.safetensors")`,
  hdf5: `# pip install h5py safetensors
import h5py
from safetensors.numpy import save_file

arrays = {}
def collect(name, item):
    if isinstance(item, h5py.Dataset) and item.dtype.kind in "fiu":
        arrays[name] = item[()]
with h5py.File("model.h5") as file:
    file.get("model_weights", file).visititems(collect)
save_file(arrays, "model.safetensors")`,
  npz: `# pip install numpy safetensors
import numpy as np
from safetensors.numpy import save_file

with np.load("model.npz") as arrays:
    save_file({name: np.ascontiguousarray(arrays[name]) for name in arrays.files}, "model.safetensors")`,
  npy: `# pip install numpy safetensors
import numpy as np
from safetensors.numpy import save_file

save_file({"weight": np.ascontiguousarray(np.load("model.npy"))}, "model.safetensors")`,
  onnx: `# pip install onnx safetensors
import numpy as np, onnx
from safetensors.numpy import save_file

graph = onnx.load("model.onnx").graph
save_file({w.name: np.ascontiguousarray(onnx.numpy_helper.to_array(w)) for w in graph.initializer}, "model.safetensors")`,
  zip: `# Unpack the archive; a file model.safetensors in it can be opened here as it is.
import zipfile

zipfile.ZipFile("model.zip").extractall("model")`,
};

/**
 * Python that makes a safetensors file from one of this format.
 *
 * ```ts
 * import { io } from 'unrolled';
 * io.pythonFor('npz').split('\n')[0] // → # pip install numpy safetensors
 * ```
 */
export const pythonFor = (format: ForeignFormat): string => snippets[format];
