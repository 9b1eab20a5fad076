import { t } from '@lingui/core/macro';
import { ActionIcon, TextInput } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import type { PictureClass } from '../../core/collection';
import { checkClassName } from './className';

export interface ClassTitleProps {
  readonly cls: PictureClass;
  readonly classes: readonly PictureClass[];
  readonly titleId: string;
  /** Its name is not to be changed. */
  readonly isFixed?: boolean;
  readonly onRename: (name: string) => void;
}

/** The name of a class; the pencil turns it into a text field. Enter keeps, Escape drops the change. */
export function ClassTitle({ cls, classes, titleId, isFixed = false, onRename }: ClassTitleProps) {
  const { name } = cls;
  const [text, setText] = useState<string | null>(null);
  const refocus = useRef(false);
  const check = text === null ? null : checkClassName(classes, cls.id, text);

  const end = (byKeyboard: boolean) => {
    refocus.current = byKeyboard;
    setText(null);
  };
  const keep = (byKeyboard: boolean) => {
    if (check?.ok !== true) return;
    if (check.name !== cls.name) onRename(check.name);
    end(byKeyboard);
  };

  return (
    <div className="class-title">
      <h3 className={text === null ? 'lab-h3' : 'lab-hidden'} id={titleId}>
        {cls.name}
      </h3>
      {isFixed ? null : text === null ? (
        <ActionIcon
          size="md"
          aria-label={t`Rename ${name}`}
          onClick={() => setText(cls.name)}
          ref={(button) => {
            if (button && refocus.current) button.focus();
            refocus.current = false;
          }}
        >
          <IconPencil size={18} aria-hidden />
        </ActionIcon>
      ) : (
        <TextInput
          className="class-title-input"
          aria-label={t`Name of the class`}
          value={text}
          data-autofocus
          ref={selectOnce}
          error={check?.ok === false && check.reason}
          onChange={(event) => setText(event.currentTarget.value)}
          onBlur={() => (check?.ok === true ? keep(false) : end(false))}
          onKeyDown={(event) => {
            if (event.key === 'Enter') {
              // The pencil gets the focus back within this very key press, and would take it for a click.
              event.preventDefault();
              keep(true);
            }
            if (event.key === 'Escape') end(true);
          }}
        />
      )}
    </div>
  );
}

/** Stable, so that it runs once, when the field appears. */
function selectOnce(input: HTMLInputElement | null) {
  input?.focus();
  input?.select();
}
