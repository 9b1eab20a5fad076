export function SharePanel() {
  return <p className="lab-card lab-soft lab-padded">…</p>;
}
