import { t } from '@lingui/core/macro';
import { Textarea } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';

export interface NoteFieldProps {
  /** As it was kept last. */
  readonly note: string;
  /** Whose note it is, for people who do not see the card. */
  readonly title: string;
  readonly onNote: (note: string) => void;
}

/** How long a pause in typing is before the note is kept, in ms. */
const pause = 400;

/** What was typed, and whether it was handed on. */
interface Draft {
  readonly text: string;
  readonly isKept: boolean;
}

/** The learner's own words, kept as they are typed. A note that changes elsewhere is shown, but never over what is typed. */
export function NoteField({ note, title, onNote }: NoteFieldProps) {
  const [draft, setDraft] = useState<Draft | null>(null);
  const [seen, setSeen] = useState(note);
  if (note !== seen) {
    setSeen(note);
    // The draft itself has arrived, or something newer: another project's note, or another tab's.
    if (draft?.isKept) setDraft(null);
  }
  const keep = useDebouncedCallback(
    (text: string) => {
      onNote(text);
      setDraft((now) => (now?.text === text ? { text, isKept: true } : now));
    },
    { delay: pause, flushOnUnmount: true },
  );
  return (
    <Textarea
      className="log-note"
      label={t`Your note`}
      aria-label={t`Your note on ${title}`}
      placeholder={t`What did you expect, and what did you see?`}
      rows={1}
      resize="vertical"
      maxLength={4000}
      value={draft?.text ?? note}
      onChange={(event) => {
        const text = event.currentTarget.value;
        setDraft({ text, isKept: false });
        keep(text);
      }}
      onBlur={() => keep.flush()}
    />
  );
}
