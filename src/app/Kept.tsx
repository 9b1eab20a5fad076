import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { lazy, useState } from 'react';
import { useLab, useLabState } from './context';
import { Guarded } from './Guarded';

const StoragePanel = lazy(async () => ({ default: (await import('../ui/base/StoragePanel')).StoragePanel }));

/** What this browser keeps: features and bases. Read when it is looked at. */
export function Kept() {
  const lab = useLab();
  const stored = useLabState((s) => s.stored);
  const [isRead, setRead] = useState(false);
  return (
    <details
      className="kept"
      onToggle={(event) => {
        if (event.currentTarget.open) void lab.storage.refresh().then(() => setRead(true));
      }}
    >
      <summary>
        <Trans>Kept in this browser</Trans>
      </summary>
      {isRead && (
        <Guarded what={t`What is kept`} meanwhile={null}>
          <StoragePanel
            stored={stored}
            onClearFeatures={(key) => void lab.storage.clearFeatures(key)}
            onRemoveBase={(id) => void lab.forgetBase(id)}
          />
        </Guarded>
      )}
    </details>
  );
}
