import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { CloseButton } from '@mantine/core';
import { count } from '../core/figures';
import { fields } from '../core/settingFields';
import { defaultSettings, type Settings } from '../core/settings';
import { settingValue } from '../core/settingValue';
import { Note } from '../ui/layout/Note';
import { useLabState } from './context';

/** Settings that a sentence names; the others are counted. */
const mostNamed = 4;

/** Where a link brought settings and there are no pictures yet: what it brought, and what it waits for. */
export function SetUpNotice() {
  const { settings, waits } = useLabState((s) => ({
    settings: s.settings,
    waits: s.collection.classes.length === 0 && s.importing === null,
  }));
  const [dismissed, setDismissed] = useState<Settings | null>(null);
  const changed = (Object.keys(fields) as readonly (keyof Settings)[]).filter(
    (key) => settings[key] !== defaultSettings[key],
  );
  if (!waits || changed.length === 0 || dismissed === settings) return null;
  const named = changed
    .slice(0, mostNamed)
    .map((key) => `${fields[key].label.toLowerCase()} ${settingValue(key, settings)}`)
    .join(', ');
  const more = changed.length - mostNamed;
  return (
    <Note>
      <div className="lab-row">
        <span>
          <Trans>
            A set-up waits for pictures: {named}
            {more > 0 && t` and ${count(more, t`more setting`)}`}. Add yours, or load a built-in set; then press Train.
          </Trans>
        </span>
        <CloseButton aria-label={t`Dismiss`} onClick={() => setDismissed(settings)} />
      </div>
    </Note>
  );
}
