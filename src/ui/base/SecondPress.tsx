import { t } from '@lingui/core/macro';
import { Button } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import './secondPress.css';

export interface SecondPressProps {
  readonly label: string;
  /** What is deleted, for people who do not see where the button stands: "the features of …". */
  readonly subject: string;
  readonly onConfirm: () => void;
}

/** A button that deletes at its second press, not at a double click; going elsewhere takes the first one back. */
export function SecondPress({ label, subject, onConfirm }: SecondPressProps) {
  const [armed, setArmed] = useState(false);
  const disarm = () => setArmed(false);
  return (
    <>
      <Button
        className="second-press"
        variant="default"
        size="compact-md"
        fz="sm"
        data-armed={armed || undefined}
        leftSection={<IconTrash size={16} aria-hidden />}
        onClick={({ detail }) => {
          // The second half of a double click.
          if (detail > 1) return;
          if (armed) onConfirm();
          setArmed(!armed);
        }}
        onBlur={disarm}
        onMouseLeave={disarm}
      >
        {armed ? t`Press again` : label}
        <span className="lab-hidden">{armed ? ` ${t`to delete ${subject}`}` : ` ${subject}`}</span>
      </Button>
      <output className="lab-hidden">{armed && t`Press again to delete ${subject}.`}</output>
    </>
  );
}
