import { t } from '@lingui/core/macro';
import type { BaseCard } from '../catalogue';
import { sampleOf } from '../samples';

export interface Shared {
  /** Id of the built-in set, or null for the learner's own pictures. */
  readonly sample: string | null;
  /** The link trains at once. */
  readonly run: boolean;
  /** Where the base comes from. */
  readonly origin: BaseCard['origin']['kind'];
  /** The whole address. */
  readonly link: string;
}

/** What people get who open a link, and what will keep it from working: sentences. */
export function shareWords({ sample, run, origin, link }: Shared): {
  readonly receives: readonly string[];
  readonly warnings: readonly string[];
} {
  const set = sampleOf(sample);
  return {
    receives: [
      ...(set ? [withSet(set.title, run)] : ownPictures(run)),
      t`Other engines can round differently, so that the last digits may not be the same everywhere.`,
      ...(origin === 'hub' ? [t`The base is fetched from the hub, which each of them has to agree to first.`] : []),
    ],
    warnings: [
      ...(isLocal(link)
        ? [
            t`This page runs on your own computer, so the link opens on this computer only. Others need the address of a page that they can reach.`,
          ]
        : []),
      ...(origin === 'own'
        ? [
            t`The base came out of your files and is not in the link. Whoever opens it has to load the same files at station 2 first.`,
          ]
        : []),
    ],
  };
}

const withSet = (title: string, run: boolean) =>
  run
    ? t`Whoever opens it gets the built-in set “${title}” and these settings, and sees both sides train at once: the same seeds give the same curves.`
    : t`Whoever opens it gets the built-in set “${title}” and these settings: the same seeds give the same curves.`;

const ownPictures = (run: boolean): readonly string[] => [
  t`Whoever adds the same pictures, from your folder or ZIP, gets the same split and the same curves, as long as you changed nothing about them here.`,
  t`Pictures that you pinned, moved to another class, took as a recording or set aside for the test are so only in your project file: whoever opens that has all of it, without this link.`,
  run
    ? t`Without pictures the page opens with these settings and waits for some; training at once works only where they are there already.`
    : t`Without pictures the page opens with these settings and waits for some.`,
];

/** An address that means another computer on each of them. */
function isLocal(link: string): boolean {
  const { protocol, hostname } = new URL(link);
  return protocol === 'file:' || hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname);
}
