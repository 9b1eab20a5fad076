export function TakeAwayPanel() {
  return <p className="lab-card lab-soft lab-padded">…</p>;
}
