/** The version of this copy of Keyslot, to tell copies on one page apart. */
export const version = '0.1.0';
