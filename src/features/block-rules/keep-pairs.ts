import { EditorSelection, EditorState, Transaction, type Extension, type TransactionSpec } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { parseBlocks } from '../../core/block/guarded-block';
import { keepingPairs, withoutHalfPairs, type TextChange } from '../../core/block/keep-pairs';
import type { RuledBlock } from '../../core/block/rules';
import type { RulesField } from './rules-field';

/**
 * Keeps the two markers of a block together under the student's hands. What comes from the file or another program, and
 * undoing, are left alone: the editor would hold another text than the file.
 */
export function keepPairs(field: RulesField): Extension {
  return [
    EditorState.transactionFilter.of((transaction) => {
      if (!transaction.docChanged) return transaction;
      const pairs = transaction.startState.field(field, false)?.rules.runs.flat() ?? [];
      if (pairs.length === 0) return transaction;
      if (transaction.isUserEvent('move')) return keepsAll(transaction, pairs) ? transaction : [];
      if (!transaction.isUserEvent('delete') && !transaction.isUserEvent('input')) return transaction;
      const changes = changesOf(transaction);
      if (changes.every(({ from, to }) => from === to)) return transaction;
      const kept = keepingPairs(transaction.startState.doc.toString(), pairs, changes);
      if (kept === null) return transaction;
      // A key that is held down stops at the marker, rather than walking through it to the words beyond.
      return kept.length === 0 && isInMarker(transaction, pairs) ? [] : instead(transaction, kept);
    }),
    EditorView.clipboardOutputFilter.of((text, state) =>
      (state.field(field, false)?.rules.runs.length ?? 0) === 0 ? text : withoutHalfPairs(text),
    ),
  ];
}

function changesOf({ changes }: Transaction): TextChange[] {
  const found: TextChange[] = [];
  changes.iterChanges((from, to, _fromB, _toB, inserted) => {
    found.push({ from, to, insert: inserted.toString() });
  });
  return found;
}

/** Lines that are moved, or dropped elsewhere, may carry whole blocks along, but no half of one. */
function keepsAll(transaction: Transaction, pairs: readonly { readonly name: string }[]): boolean {
  const left = new Set(parseBlocks(transaction.newDoc.toString()).blocks.map(({ name }) => name));
  return pairs.every(({ name }) => left.has(name));
}

function isInMarker({ startState }: Transaction, pairs: readonly RuledBlock[]): boolean {
  const { head } = startState.selection.main;
  return pairs.some(({ begin, end }) => [begin, end].some(({ from, to }) => from <= head && head <= to));
}

/** Another deletion in place of the one that was asked for; the cursor goes to where that one began. */
function instead(transaction: Transaction, kept: readonly TextChange[]): TransactionSpec {
  const { startState } = transaction;
  const changes = startState.changes([...kept]);
  const at = changesOf(transaction)[0]?.from ?? startState.selection.main.head;
  const userEvent = transaction.annotation(Transaction.userEvent);
  return {
    changes,
    selection: EditorSelection.cursor(changes.mapPos(at, 1)),
    scrollIntoView: true,
    ...(userEvent === undefined ? {} : { userEvent }),
  };
}
