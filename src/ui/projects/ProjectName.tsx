import { t } from '@lingui/core/macro';
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { longestName } from '../../core/projectName';

export interface ProjectNameProps {
  readonly name: string;
  /** An empty name stands for the one that goes with the pictures. */
  readonly onRename: (name: string) => void;
}

/** Enter or leaving the field keeps the name; Escape drops the change. */
export function ProjectName({ name, onRename }: ProjectNameProps) {
  const [text, setText] = useState<string | null>(null);
  const keep = () => {
    if (text !== null && text.trim() !== name) onRename(text);
    setText(null);
  };
  return (
    <TextInput
      label={t`Name`}
      value={text ?? name}
      maxLength={longestName}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === 'Enter') keep();
        if (event.key === 'Escape' && text !== null) {
          // It is the change that ends, not the dialog.
          event.stopPropagation();
          setText(null);
        }
      }}
    />
  );
}
