import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { isPrepared } from '../../core/prepared';
import { Note } from '../../ui/layout/Note';
import '../../ui/prepared/prepared.css';
import { useLab, useLabState } from '../context';

/** That an instructor prepared the page, and the way out of it, which is always there. */
export function PreparedNote() {
  const lab = useLab();
  const isShown = useLabState((s) => isPrepared(s.prepared));
  if (!isShown) return null;
  return (
    <Note>
      <div className="prepared-note">
        <span>
          <Trans>Your instructor prepared this page: some things on it are set or left out.</Trans>
        </span>
        <Button variant="default" size="compact-md" onClick={lab.showWhole}>
          <Trans>Show the whole lab</Trans>
        </Button>
      </div>
    </Note>
  );
}
