/** Small weight files for a reader to try: the same GRU as PyTorch and as Keras keep it, and an LSTM. Made at build. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { sampleFile, samples } from '../../widgets/conventions/samples.ts';

export const getStaticPaths: GetStaticPaths = () => samples.map((name) => ({ params: { name } }));

export const GET: APIRoute = ({ params }) => new Response(sampleFile(params.name!));
