import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { IconFileSpreadsheet, IconFileText, IconJson } from '@tabler/icons-react';
import { useState } from 'react';
import { grouped } from '../../core/figures';
import { Note } from '../layout/Note';

export type LogFile = 'report' | 'csv' | 'json';
export type Which = 'all' | 'pinned' | 'selected';

/** What stands above a hand-in. */
export interface ReportNames {
  readonly title: string;
  readonly learner: string;
}

export interface LogToolsProps {
  /** How many experiments there are of each choice. */
  readonly counts: Readonly<Record<Which, number>>;
  /** As they were typed. */
  readonly head: ReportNames;
  /** Another button of the station is the one to press now. */
  readonly isQuiet: boolean;
  readonly onHead: (head: ReportNames) => void;
  /** Makes the file and hands it to the browser; rejects with the reason where that cannot be. */
  readonly onSave: (file: LogFile, which: Which) => Promise<void>;
}

/** What goes above a hand-in, and the files of it. */
export function LogTools({ counts, head, isQuiet, onHead, onSave }: LogToolsProps) {
  const [which, setWhich] = useState<Which>('all');
  const [failure, setFailure] = useState<string | null>(null);
  const save = async (file: LogFile) => {
    setFailure(null);
    try {
      await onSave(file, which);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      setFailure(t`The file could not be made (${reason}). Try it again.`);
    }
  };
  const isEmpty = counts[which] === 0;
  return (
    <div className="log-tools">
      <h4>
        <Trans>Hand in</Trans>
      </h4>
      <p className="lab-soft">
        <Trans>
          One page with settings, curves, verdicts and your notes, that opens in any browser and prints well; or the
          numbers as a table or as data. Title and name are written into the files; this tab remembers them until it is
          closed.
        </Trans>
      </p>
      <div className="log-tools-fields">
        <TextInput
          label={t`Title`}
          placeholder={t`My experiments`}
          maxLength={120}
          value={head.title}
          onChange={(event) => onHead({ ...head, title: event.currentTarget.value })}
        />
        <TextInput
          label={t`Your name`}
          maxLength={120}
          autoComplete="off"
          value={head.learner}
          onChange={(event) => onHead({ ...head, learner: event.currentTarget.value })}
        />
        <NativeSelect
          label={t`Which experiments`}
          value={which}
          data={choices.map((value) => ({ value, label: `${words[value]} (${grouped(counts[value])})` }))}
          onChange={(event) => setWhich(choices.find((value) => value === event.currentTarget.value) ?? 'all')}
        />
      </div>
      <div className="lab-row">
        {files.map(({ file, label, Icon }) => (
          <Button
            key={file}
            variant={file === 'report' && !isQuiet ? 'filled' : 'default'}
            disabled={isEmpty}
            leftSection={<Icon size={18} aria-hidden />}
            onClick={() => void save(file)}
          >
            {label}
          </Button>
        ))}
        <span className="lab-soft">{isEmpty ? emptyWords[which] : ofWords(counts[which])}</span>
      </div>
      {failure !== null && <Note tone="error">{failure}</Note>}
    </div>
  );
}

const choices = ['all', 'pinned', 'selected'] as const;
const words: Readonly<Record<Which, string>> = {
  all: t`All`,
  pinned: t`The pinned ones`,
  selected: t`The selected ones`,
};
const emptyWords: Readonly<Record<Which, string>> = {
  all: t`There is no experiment.`,
  pinned: t`No experiment is pinned.`,
  selected: t`No experiment is selected.`,
};
const ofWords = (n: number) => plural(n, { one: 'Of # experiment.', other: 'Of # experiments.' });
const files = [
  { file: 'report', label: t`Download the report`, Icon: IconFileText },
  { file: 'csv', label: t`Download the log as CSV`, Icon: IconFileSpreadsheet },
  { file: 'json', label: t`Download the log as JSON`, Icon: IconJson },
] as const;
