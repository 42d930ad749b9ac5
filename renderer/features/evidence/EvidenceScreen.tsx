export function EvidenceScreen(_props: { readonly evidenceId?: string }) {
  return null;
}
