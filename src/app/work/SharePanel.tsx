import { useState } from 'react';
import { formatLink } from '../../core/link';
import { shareWords } from '../../core/takeaway/shareWords';
import { ShareView } from '../../ui/takeaway/ShareView';
import { useLab, useLabState } from '../context';

/** The set-up as a link. */
export function SharePanel() {
  const lab = useLab();
  const { settings, sample } = useLabState(({ settings, sample }) => ({ settings, sample }));
  const [run, setRun] = useState(false);
  const link = new URL(formatLink({ settings, sample }, run), location.href.split('#')[0]).href;
  const words = shareWords({ sample, run, origin: lab.shelf.card(settings.base)?.origin.kind ?? 'own', link });
  const share = () =>
    // Whoever closes the sheet has not met an error.
    void navigator.share({ title: 'Transfer Lab', url: link }).catch(() => undefined);
  return (
    <ShareView
      link={link}
      run={run}
      onRun={setRun}
      receives={words.receives}
      warnings={words.warnings}
      onShare={'share' in navigator ? share : null}
    />
  );
}
