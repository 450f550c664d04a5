declare module 'virtual:doc-examples' {
  const examples: { name: string; run: () => Promise<void> }[];
  export default examples;
}
