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

/** The learner's own words, kept as they are typed. */
export function NoteField({ note, title, onNote }: NoteFieldProps) {
  const [text, setText] = useState(note);
  const keep = useDebouncedCallback(onNote, { delay: pause, flushOnUnmount: true });
  return (
    <Textarea
      className="log-note"
      label="Your note"
      aria-label={`Your note on ${title}`}
      placeholder="What did you expect, and what did you see?"
      rows={1}
      maxLength={4000}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value);
        keep(event.currentTarget.value);
      }}
      onBlur={() => keep.flush()}
    />
  );
}
