/** Pictures a browser engine shows, told by their first bytes; whatever a file calls them. */
export function pictureType(bytes: Uint8Array): string | null {
  const starts = (...signature: number[]): boolean => signature.every((byte, at) => bytes[at] === byte);
  if (starts(0x89, 0x50, 0x4e, 0x47)) return 'image/png';
  if (starts(0xff, 0xd8, 0xff)) return 'image/jpeg';
  if (starts(0x47, 0x49, 0x46, 0x38)) return 'image/gif';
  if (starts(0x42, 0x4d)) return 'image/bmp';
  const webp = [0x57, 0x45, 0x42, 0x50].every((byte, at) => bytes[at + 8] === byte);
  return starts(0x52, 0x49, 0x46, 0x46) && webp ? 'image/webp' : null;
}
