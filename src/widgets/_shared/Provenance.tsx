/** The inspector, loaded when a number is first activated: most readers step for a while before they ask. */
import { useEffect, useState } from 'preact/hooks';
import type { InspectorProps } from './Inspector.tsx';

export function Provenance(props: InspectorProps) {
  const [Loaded, setLoaded] = useState<typeof import('./Inspector.tsx')['Inspector']>();
  useEffect(() => {
    import('./Inspector.tsx').then(({ Inspector }) => setLoaded(() => Inspector));
  }, []);
  return Loaded ? <Loaded {...props} /> : null;
}
