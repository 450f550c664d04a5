/** Where on the site an export is described. The library is read once a build; the development server keeps that too. */
import { withBase } from '../authoring/page.ts';
import { type Entry, type Part, readApi } from './api.ts';
import type { Linker } from './docs.ts';

const once = <T>(compute: () => T): (() => T) => {
  let value: T | undefined;
  return () => (value ??= compute());
};

/** The parts of the library. */
export const parts = once(readApi);

export const partAddress = ({ id }: Part): string => withBase(`/reference/${id}/`);

const addresses = once(
  () =>
    new Map(
      parts().flatMap((part) =>
        part.modules.flatMap(({ entries }) =>
          entries.map(({ name }) => [name, `${partAddress(part)}#${name}`] as const),
        ),
      ),
    ),
);

/** Links from an entry's docstring: to other exports by name, in a namespace also without it. */
export function linkerFrom(entry?: Entry): Linker {
  const own = entry?.name ?? '';
  const space = own.slice(0, own.lastIndexOf('.') + 1);
  return (name) => {
    const bare = name.replace(/\(.*\)$/s, '');
    return [space + bare, bare].includes(own) ? undefined : (addresses().get(space + bare) ?? addresses().get(bare));
  };
}
