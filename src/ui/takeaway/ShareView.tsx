import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Checkbox, Modal, TextInput } from '@mantine/core';
import { IconMaximize, IconShare } from '@tabler/icons-react';
import { useState } from 'react';
import { Note } from '../layout/Note';
import { CopyButton } from './CopyButton';
import { QrCode } from './QrCode';
import '../checkbox.css';
import './takeaway.css';

export interface ShareViewProps {
  readonly link: string;
  /** The link trains at once. */
  readonly run: boolean;
  readonly onRun: (run: boolean) => void;
  /** What people get who open it: sentences. */
  readonly receives: readonly string[];
  /** What will keep it from working: sentences. */
  readonly warnings: readonly string[];
  /** Null: this browser has nothing to share with. */
  readonly onShare: (() => void) | null;
}

/** A link with all settings, to send, or to show to the room. */
export function ShareView({ link, run, onRun, receives, warnings, onShare }: ShareViewProps) {
  const [isLarge, setIsLarge] = useState(false);
  const code = <QrCode text={link} label={t`QR code of the link: scan it to open this page with all settings`} />;
  return (
    <section className="lab-card lab-padded share" aria-labelledby="share-title">
      <div className="share-main">
        <h3 className="lab-h3" id="share-title">
          <Trans>Share the set-up</Trans>
        </h3>
        <p className="lab-soft takeaway-lead">
          <Trans>The link has every setting. Pictures are never in it.</Trans>
        </p>
        <TextInput
          label={t`Link`}
          value={link}
          readOnly
          onFocus={(event) => event.currentTarget.select()}
          classNames={{ input: 'share-link' }}
        />
        <Checkbox
          label={t`Train at once when it is opened`}
          checked={run}
          onChange={(event) => onRun(event.currentTarget.checked)}
        />
        <div className="lab-row">
          <CopyButton text={link} label={t`Copy the link`}>
            <Trans>Copy the link</Trans>
          </CopyButton>
          {onShare && (
            <Button variant="default" leftSection={<IconShare size={18} aria-hidden />} onClick={onShare}>
              <Trans>Share …</Trans>
            </Button>
          )}
          <Button
            variant="default"
            leftSection={<IconMaximize size={18} aria-hidden />}
            onClick={() => setIsLarge(true)}
          >
            <Trans>Show the QR code large</Trans>
          </Button>
        </div>
        <ul className="share-receives">
          {receives.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
        {warnings.map((sentence) => (
          <Note key={sentence} tone="warn">
            {sentence}
          </Note>
        ))}
      </div>
      <div className="share-code">{code}</div>
      <Modal
        opened={isLarge}
        onClose={() => setIsLarge(false)}
        title={t`Scan to open this set-up`}
        fullScreen
        closeButtonProps={{ 'aria-label': t`Close` }}
        classNames={{ body: 'share-large' }}
      >
        {isLarge && code}
      </Modal>
    </section>
  );
}
