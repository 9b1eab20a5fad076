import { Trans } from '@lingui/react/macro';
import type { Ability } from '../../core/abilities';
import { hubSources } from '../../core/hubSources';
import { AbilityTable } from './AbilityTable';
import { Hosting } from './Hosting';
import { Statement } from './Statement';
import { StoredTable } from './StoredTable';
import './papers.css';

export interface PrivacyPaperProps {
  readonly abilities: readonly Ability[];
  readonly isSecure: boolean;
  /** What others made and the page ships. */
  readonly licences: readonly { readonly title: string; readonly author: string; readonly licence: string }[];
}

/** How the policy begins. */
const nothing = "default-src 'none'";

/** For parents and for those who run a school's computers: what the page does with data, and how to check it. */
export default function PrivacyPaper({ abilities, isSecure, licences }: PrivacyPaperProps) {
  return (
    <>
      <section>
        <h3>
          <Trans>In short</Trans>
        </h3>
        <ul>
          <li>
            <Trans>Everything is computed in the browser. Pictures, names and answers never leave the device.</Trans>
          </li>
          <li>
            <Trans>No accounts, no cookies, no tracking, no advertising, no fonts or scripts from elsewhere.</Trans>
          </li>
          <li>
            <Trans>
              What is kept stays in this browser, and can be deleted there. Whoever uses the same browser on the same
              device can see it.
            </Trans>
          </li>
          <li>
            <Trans>
              One thing can be fetched from elsewhere, and only if somebody asks for it and confirms: another base, from
              the TensorFlow hub.
            </Trans>
          </li>
        </ul>
      </section>
      <section>
        <h3>
          <Trans>What is stored where, and how to delete it</Trans>
        </h3>
        <StoredTable />
        <p>
          <Trans>
            All of it at once: open the browser’s settings for this address (the sign beside it), and delete the data of
            the site. In a private window everything goes when the window is closed. A project file, a report or a model
            is written to the device only when somebody saves it.
          </Trans>
        </p>
      </section>
      <section>
        <h3>
          <Trans>What leaves the device</Trans>
        </h3>
        <p>
          <Trans>
            Nothing but the requests that fetch the page itself from the server that it is on. That server sees what
            every web server sees: an address and which files were asked for. If somebody asks for another base, the
            same is true of the hub’s hosts, and of no others:
          </Trans>
        </p>
        <ul>
          {hubSources.map((host) => (
            <li key={host}>
              <code>{host}</code>
            </li>
          ))}
        </ul>
        <p>
          <Trans>
            A shared link has settings in it, never pictures. The camera is on only while its picture is on the page,
            after the browser has asked; only pictures that somebody takes are kept. Some links lead elsewhere when they
            are pressed: those in the foot of the page, and those at the end of a lesson to what there is to read.
          </Trans>
        </p>
      </section>
      <section>
        <h3>
          <Trans>How to check that</Trans>
        </h3>
        <ol>
          <li>
            <Trans>
              <strong>The policy.</strong> Show the source of the page (Ctrl and U). The first line of its head is a{' '}
              <code>Content-Security-Policy</code>: <code>{nothing}</code>, and under <code>connect-src</code> the
              page’s own origin and the hosts above. The browser itself refuses everything else, whatever the page’s
              code says.
            </Trans>
          </li>
          <li>
            <Trans>
              <strong>The network panel.</strong> Open the browser’s developer tools (F12), choose <em>Network</em>,
              tick <em>Preserve log</em>, and load the page again. Bring pictures in, train, use the camera. Every line
              goes to this page’s own address (move the pointer over it; what begins with blob: or data: is made in the
              page itself), and none has the method POST.
            </Trans>
          </li>
          <li>
            <Trans>
              <strong>Without a network.</strong> Wait until the foot of the page says that it works without the
              network. Switch the network off, load the page again, bring in new pictures and train. None of that needs
              a server.
            </Trans>
          </li>
        </ol>
      </section>
      <section id="here">
        <h3>
          <Trans>What works here</Trans>
        </h3>
        <AbilityTable abilities={abilities} isSecure={isSecure} />
      </section>
      <Hosting />
      <section>
        <h3>
          <Trans>Licences</Trans>
        </h3>
        <p>
          <Trans>Transfer Lab is free software under the Apache licence 2.0. Shipped with it:</Trans>
        </p>
        <ul>
          {licences.map(({ title, author, licence }) => (
            <li key={title}>
              {title}, {author} ({licence})
            </li>
          ))}
        </ul>
        <p>
          <Trans>
            The file THIRD_PARTY.md of the source lists all of it. The drawings of the built-in sets are emoji under
            licences that allow use in class and elsewhere; nobody is to be seen in them.
          </Trans>
        </p>
      </section>
      <Statement />
    </>
  );
}
