/** Compound files ([MS-CFB]): what Office encrypts into, and the format of .doc. Told apart, never opened. */
import { Unreadable } from '../../../shared/import/unreadable.ts';

const signature = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** Throws `Unreadable`: encrypted when it wraps an encrypted package, else wrong-type. */
export function refuseCompoundFile(bytes: Uint8Array): void {
  if (!signature.every((byte, at) => bytes[at] === byte)) return;
  const holds = (name: string): boolean => Buffer.from(bytes).includes(Buffer.from(name, 'utf16le'));
  throw new Unreadable(holds('EncryptedPackage') ? 'encrypted' : 'wrong-type', 'compound file');
}
