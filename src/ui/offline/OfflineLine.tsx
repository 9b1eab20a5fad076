import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { megabytesOf, type OfflineState } from '../../core/offline';
import { offlineMegabytes } from '../../core/offlineSize';
import { pageHref } from '../../core/page';
import './offline.css';

export interface OfflineLineProps {
  readonly state: OfflineState;
  /** The browser offers to install the page; null: it does not. */
  readonly onInstall: (() => void) | null;
  /** Fetches everything on a device that is to save data. */
  readonly onAccept: () => void;
}

/** Whether the page works without a network, in one quiet line; and the button that installs it. */
export function OfflineLine({ state, onInstall, onAccept }: OfflineLineProps) {
  return (
    <div className="lab-offline">
      <p>
        <OfflineWords state={state} />
      </p>
      {state.phase === 'fetching' && state.total > 0 && (
        <progress className="lab-progress" value={state.done} max={state.total} aria-hidden />
      )}
      {state.phase === 'offered' && (
        <Button variant="default" size="compact-md" onClick={onAccept}>
          <Trans>Make it ready for offline use ({offlineMegabytes} MB)</Trans>
        </Button>
      )}
      {onInstall && (
        <Button variant="default" size="compact-md" onClick={onInstall}>
          <Trans>Install Transfer Lab</Trans>
        </Button>
      )}
    </div>
  );
}

function OfflineWords({ state }: Pick<OfflineLineProps, 'state'>) {
  switch (state.phase) {
    case 'waiting':
      return <Trans>Transfer Lab is made ready for offline use once the page has nothing else to do.</Trans>;
    case 'offered':
      return <Trans>Your device is set to save data, so that the page is not kept for offline use unasked.</Trans>;
    case 'fetching': {
      if (state.total === 0) return <Trans>Getting ready for offline use …</Trans>;
      const bytes = megabytesOf(state.done, state.total);
      return <Trans>Getting ready for offline use: {bytes}</Trans>;
    }
    case 'ready':
      return state.isNew ? (
        <Trans>Ready: from now on everything here works without the network.</Trans>
      ) : (
        <Trans>Works without the network.</Trans>
      );
    case 'failed':
      return (
        <Trans>
          Not ready for offline use: not everything could be fetched and kept. It is tried again at the next visit.
        </Trans>
      );
    case 'never':
      return state.why === 'insecure' ? (
        <Trans>
          This page came over plain HTTP, so that it has no camera and does not work offline.{' '}
          <a href={pageHref('privacy')}>What is missing, and why</a>
        </Trans>
      ) : (
        <Trans>This browser, or this private window, does not keep pages for offline use.</Trans>
      );
    default:
      return state satisfies never;
  }
}
