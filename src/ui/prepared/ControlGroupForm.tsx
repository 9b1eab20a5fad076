import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useId, type ReactNode } from 'react';
import { canBeLocked, shownAs, type ControlId, type Prepared, type Shown } from '../../core/prepared';
import { controlName, partWords, type ControlGroup } from '../../core/preparedControls';
import type { Settings } from '../../core/settings';
import { ShownChoice } from './ShownChoice';
import './prepare.css';

export interface ControlGroupFormProps {
  readonly group: ControlGroup;
  readonly prepared: Prepared;
  /** The control that sets the value that learners get. */
  readonly renderControl: (id: keyof Settings) => ReactNode;
  readonly onShown: (ids: readonly ControlId[], shown: Shown) => void;
}

/** A group of controls: their values, and what becomes of each for learners; or of all at once. */
export function ControlGroupForm({ group, prepared, renderControl, onShown }: ControlGroupFormProps) {
  const titleId = useId();
  const { title, settings, parts } = group;
  const all: readonly ControlId[] = [...settings, ...parts];
  const choice = (id: ControlId) => (
    <ShownChoice
      name={controlName(id)}
      shown={shownAs(prepared, id)}
      canBeLocked={canBeLocked(id)}
      onChange={(shown) => onShown([id], shown)}
    />
  );
  return (
    <section className="lab-card prepare-group" aria-labelledby={titleId}>
      <header className="prepare-group-head">
        <h3 className="lab-h3" id={titleId}>
          {title}
        </h3>
        <div className="lab-row">
          <Button
            variant="subtle"
            size="compact-md"
            aria-label={t`Show all: ${title}`}
            onClick={() => onShown(all, 'shown')}
          >
            <Trans>Show all</Trans>
          </Button>
          {all.some(canBeLocked) && (
            <Button
              variant="subtle"
              size="compact-md"
              aria-label={t`Lock all: ${title}`}
              onClick={() => onShown(all.filter(canBeLocked), 'locked')}
            >
              <Trans>Lock all</Trans>
            </Button>
          )}
          <Button
            variant="subtle"
            size="compact-md"
            aria-label={t`Hide all: ${title}`}
            onClick={() => onShown(all, 'hidden')}
          >
            <Trans>Hide all</Trans>
          </Button>
        </div>
      </header>
      {settings.map((id) => (
        <div className="prepare-row" key={id}>
          {renderControl(id)}
          {choice(id)}
        </div>
      ))}
      {parts.map((id) => (
        <div className="prepare-row" key={id}>
          <div className="prepare-part">
            <b>{partWords[id].name}</b>
            <p className="setting-hint">{partWords[id].covers}</p>
          </div>
          {choice(id)}
        </div>
      ))}
    </section>
  );
}
