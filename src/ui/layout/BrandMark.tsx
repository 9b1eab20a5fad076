/** A frozen hexagon, cut, with an ember where the head begins. */
export function BrandMark() {
  return (
    <svg viewBox="0 0 40 40" aria-hidden>
      <path d="M20 2.5 35 11v8H5v-8Z" fill="none" stroke="var(--lab-ice)" strokeWidth="2.6" strokeLinejoin="round" />
      <path d="M12 14.5v-2M20 14.5v-5M28 14.5v-2" stroke="var(--lab-ice)" strokeWidth="2.6" strokeLinecap="round" />
      <path d="M2 23.5h36" stroke="var(--lab-line-strong)" strokeWidth="1.6" strokeDasharray="3 3" />
      <path d="M9 29 20 36M20 29v7M31 29 20 36" stroke="var(--lab-ember)" strokeWidth="2" />
      <g fill="var(--lab-ember)">
        <circle cx="9" cy="29" r="3" />
        <circle cx="31" cy="29" r="3" />
        <circle cx="20" cy="36" r="3" />
      </g>
      <circle cx="20" cy="29" r="2.4" fill="var(--lab-paper)" stroke="var(--lab-ember)" strokeWidth="1.6" />
    </svg>
  );
}
