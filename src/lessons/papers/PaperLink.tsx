import { createContext, use } from 'react';
import { Trans } from '@lingui/react/macro';
import { classLinks, type ClassLinkId } from './classLinks';

/** The links of a paper in the order of their numbers, so that paper can list their addresses at its end. */
const Numbers = createContext<readonly ClassLinkId[]>([]);

export interface PaperLinksProps {
  readonly links: readonly ClassLinkId[];
  /** Address of the page without "#" and what follows. */
  readonly address: string;
  readonly children: React.ReactNode;
}

/** A paper with links: on a screen they are followed, on paper they have a number and an address at the end. */
export function PaperLinks({ links, address, children }: PaperLinksProps) {
  return (
    <Numbers value={links}>
      {children}
      <section className="lab-paper-addresses">
        <h3>
          <Trans>Addresses</Trans>
        </h3>
        <p>
          <Trans>Each link of this paper is the address of the page and what stands beside the link’s number.</Trans>
        </p>
        <p className="lab-paper-address">{address}</p>
        <ol>
          {links.map((id) => (
            <li key={id}>
              {classLinks[id].label}: <span className="lab-paper-address">{classLinks[id].typed}</span>
            </li>
          ))}
        </ol>
      </section>
    </Numbers>
  );
}

/** @param to one of the paper's own links. */
export function PaperLink({ to }: { readonly to: ClassLinkId }) {
  const number = use(Numbers).indexOf(to) + 1;
  const { label, href } = classLinks[to];
  return (
    <>
      <a href={href}>{label}</a>
      {number > 0 && <span className="lab-paper-number">{`\u00a0[${number}]`}</span>}
    </>
  );
}
