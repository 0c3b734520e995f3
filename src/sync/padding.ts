/**
 * Padmé (Nikitin et al., "Reducing Metadata Leakage from Encrypted Files and Communication with PURBs",
 * 2019): a length leaks O(log log n) bits and grows by 12 % at most, less the longer it is.
 */
export function computePaddedLength(length: number): number {
  if (length < 2) return length;
  const exponent = Math.floor(Math.log2(length));
  const keptBits = Math.floor(Math.log2(exponent)) + 1;
  const unit = 2 ** Math.max(0, exponent - keptBits);
  return Math.ceil(length / unit) * unit;
}
