import { t } from '@lingui/core/macro';
import { Button, SegmentedControl, Switch } from '@mantine/core';
import { memo } from 'react';
import type { Choices } from './charts';

interface CompareControlsProps {
  readonly choices: Choices;
  readonly onChoices: (choices: Choices) => void;
  /** Whether there are several seeds, so that single runs differ from their mean. */
  readonly hasRuns: boolean;
  readonly isTable: boolean;
  /** Null while there is nothing to put into a table. */
  readonly onTable: ((isTable: boolean) => void) | null;
}

export const CompareControls = memo(function CompareControls(props: CompareControlsProps) {
  const { choices, onChoices, hasRuns, isTable, onTable } = props;
  return (
    <div className="compare-controls">
      <SegmentedControl
        aria-label={t`What the charts show`}
        value={choices.measure}
        onChange={(measure) => onChoices({ ...choices, measure })}
        data={measures}
      />
      <SegmentedControl
        aria-label={t`How the charts are laid out`}
        value={choices.layout}
        onChange={(layout) => onChoices({ ...choices, layout })}
        data={layouts}
      />
      {hasRuns && (
        <Switch
          label={t`Single runs`}
          checked={choices.runs}
          onChange={(e) => onChoices({ ...choices, runs: e.currentTarget.checked })}
        />
      )}
      <Switch
        label={t`As seen during training (dropout on)`}
        checked={choices.seen}
        onChange={(e) => onChoices({ ...choices, seen: e.currentTarget.checked })}
      />
      <Button variant="default" aria-expanded={isTable} disabled={!onTable} onClick={() => onTable?.(!isTable)}>
        {isTable ? t`Hide table` : t`Show as table`}
      </Button>
    </div>
  );
});

const measures: { value: Choices['measure']; label: string }[] = [
  { value: 'accuracy', label: t`Accuracy` },
  { value: 'loss', label: t`Loss` },
];

const layouts: { value: Choices['layout']; label: string }[] = [
  { value: 'sides', label: t`Side by side` },
  { value: 'overlay', label: t`In one chart` },
];
