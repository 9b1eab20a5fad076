export default function TryPanels() {
  return <p className="lab-card lab-soft lab-padded">…</p>;
}
