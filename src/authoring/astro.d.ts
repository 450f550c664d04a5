// For `tsc`, which does not read .astro files; Astro's own tools find the real types first.
declare module '*.astro' {
  const Component: (props: Record<string, unknown>) => unknown;
  export default Component;
}
