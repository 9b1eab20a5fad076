import { Trans } from '@lingui/react/macro';
import { offlineMegabytes } from '../../core/offlineSize';

/** What the policy has to allow scripts. */
const wasm = "'wasm-unsafe-eval'";

/** For whoever puts the page on a server. */
export const Hosting = () => (
  <section>
    <h3>
      <Trans>Hosting</Trans>
    </h3>
    <ul>
      <li>
        <Trans>
          <code>npm ci</code> and <code>npm run build</code> make the folder <code>dist</code>: static files, about{' '}
          {offlineMegabytes} MB. Copy it to any web server, into any folder. Nothing runs on the server, and there is
          nothing to set up.
        </Trans>
      </li>
      <li>
        <Trans>
          Over https, or on the very computer that serves it, everything works. Over plain HTTP, such as from a laptop
          to the room, browsers withhold the camera, working offline, the clipboard’s buttons and the request to keep
          data; the table above says what this visit has.
        </Trans>
      </li>
      <li>
        <Trans>
          The policy is in the page. A server may send the same as a header, but need not. If it sends a stricter one of
          its own, it has to allow <code>{wasm}</code> for scripts and <code>blob:</code> for workers.
        </Trans>
      </li>
      <li>
        <Trans>
          A new version: copy the new folder over the old one. Open pages hear of it within the hour or when they are
          opened, and load it when the person agrees; what is kept in browsers stays.
        </Trans>
      </li>
      <li>
        <Trans>
          Without the hub: put a base’s files into a folder beside the page and give its address at station 2, or load
          it from files.
        </Trans>
      </li>
      <li>
        <Trans>
          Shared computers: what one learner does is there for the next in the same browser account. Use accounts of
          their own, private windows, or delete the project at the end and hand in its file.
        </Trans>
      </li>
    </ul>
  </section>
);
