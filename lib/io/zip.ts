/** The names in a zip archive, to tell what wrote it; nothing is unpacked. APPNOTE.TXT 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16. */

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
/** The end record has 22 bytes and then a comment of up to 65535. */
const [END_BYTES, LONGEST_COMMENT] = [22, 65535];
/** More names than this tell nothing new. */
const MOST = 4096;

/** Names from the directory at the end of the archive, or of one that is cut off, its first name. */
export function zipNames(bytes: Uint8Array): string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const name = (at: number, length: number): string => String.fromCharCode(...bytes.subarray(at, at + length));
  const names: string[] = [];
  let at = directoryStart(view);
  while (names.length < MOST && at + 46 <= bytes.length && view.getUint32(at, true) === CENTRAL) {
    const [nameLength, extra, comment] = [28, 30, 32].map((field) => view.getUint16(at + field, true)) as [
      number,
      number,
      number,
    ];
    names.push(name(at + 46, Math.min(nameLength, 256)));
    at += 46 + nameLength + extra + comment;
  }
  if (names.length === 0 && bytes.length >= 30 && view.getUint32(0, true) === LOCAL) {
    names.push(name(30, Math.min(view.getUint16(26, true), 256)));
  }
  return names;
}

function directoryStart(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - END_BYTES - LONGEST_COMMENT);
  for (let at = view.byteLength - END_BYTES; at >= lowest; at--) {
    if (view.getUint32(at, true) === END) return view.getUint32(at + 16, true);
  }
  return view.byteLength;
}
