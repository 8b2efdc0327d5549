import { inlineFields } from '../markdown/inline-fields';

const NO = /^(?:false|no|0|否)$/i;
/** A slip of the pen: no colons, one colon, or the wide signs of a Chinese keyboard. The safe reading is the private one. */
const SLIP = /[[【［]\s*private\s*[\]】］]|[[(（【［]\s*private\s*[:：]{1,2}[^\])）】］]*[\])）】］]/i;

/** Whether a line says that it is private: the field `[private:: …]`, unless its value says no. */
export function isPrivateLine(line: string): boolean {
  const fields = inlineFields(line).filter(({ key }) => key === 'private');
  return fields.length === 0 ? SLIP.test(line) : fields.some(({ value }) => !NO.test(value));
}
