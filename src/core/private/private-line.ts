import { inlineFields } from '../markdown/inline-fields';
import { fieldHeads, writtenFields } from '../markdown/written-fields';

const HEADS = fieldHeads(['private']);
const UNCLOSED = /[[(（【［]\s*private\s*[:：]/i;
const NO = /^(?:false|no|0|否)$/i;

/**
 * Whether a line says of itself that it is private: the field `[private:: …]`, unless its value says no. What may leave is
 * not to be told from one line: ask `privateLines`.
 */
export function isPrivateLine(line: string): boolean {
  if (!/private/i.test(line)) return false;
  const fields = inlineFields(line).filter(({ key }) => key === 'private');
  return fields.length === 0 ? isSlip(line) : fields.some(({ value }) => !NO.test(value));
}

/** A slip of the pen: the safe reading is the private one, but "(private)" alone is prose. */
function isSlip(line: string): boolean {
  return (
    UNCLOSED.test(line) ||
    writtenFields(line, HEADS).some(({ bracket, value }) => value !== null || !'(（'.includes(bracket))
  );
}
