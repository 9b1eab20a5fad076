import { plural, t } from '@lingui/core/macro';
import { useState } from 'react';
import { CloseButton } from '@mantine/core';
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
  const brought =
    more > 0 ? plural(more, { one: `${named} and # more setting`, other: `${named} and # more settings` }) : named;
  return (
    <Note>
      <div className="lab-row">
        <span>{t`A set-up waits for pictures: ${brought}. Add yours, or load a built-in set; then press Train.`}</span>
        <CloseButton aria-label={t`Dismiss`} onClick={() => setDismissed(settings)} />
      </div>
    </Note>
  );
}
