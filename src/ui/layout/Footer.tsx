import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';

export interface Licence {
  /** What it is, e.g. "Noto Emoji". */
  readonly title: string;
  readonly author: string;
  /** E.g. "Apache-2.0". */
  readonly licence: string;
}

export interface FooterProps {
  readonly licences: readonly Licence[];
  /** Whether the page works without a network. */
  readonly offline?: ReactNode;
}

export function Footer({ licences, offline }: FooterProps) {
  return (
    <footer className="lab-footer">
      <div className="lab-wrap lab-footer-columns">
        <div>
          <h2>
            <Trans>To read and to watch</Trans>
          </h2>
          <ul>
            <li>
              <Trans>
                <a href="https://www.tensorflow.org/tutorials/images/transfer_learning" rel="noreferrer">
                  Transfer learning and fine-tuning
                </a>
                , the TensorFlow tutorial
              </Trans>
            </li>
            <li>
              <Trans>
                <a href="https://www.youtube.com/watch?v=ARq74QuavAo" rel="noreferrer">
                  Understanding Dropout
                </a>
                , a lecture by Andrew Ng (DeepLearning.AI)
              </Trans>
            </li>
          </ul>
        </div>
        <div>
          <h2>
            <Trans>Shipped with this page</Trans>
          </h2>
          <ul>
            {licences.map((l) => (
              <li key={l.title}>
                {l.title}, {l.author} ({l.licence})
              </li>
            ))}
          </ul>
        </div>
        <div>
          <h2>
            <Trans>Private by construction</Trans>
          </h2>
          <p>
            <Trans>
              Everything is computed in this browser, and the page’s own security policy forbids it to send anything
              anywhere else. One thing can be fetched from elsewhere, if you ask for it: another base, from the
              TensorFlow hub. Pictures never go along.
            </Trans>
          </p>
          {offline}
        </div>
      </div>
    </footer>
  );
}
