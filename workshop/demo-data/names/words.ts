/** What handles, malware and gangs are named after. */
export const handleWords = {
  first: ['quiet', 'grey', 'night', 'paper', 'amber', 'hollow', 'rapid', 'silver', 'winter', 'copper'],
  second: ['heron', 'stork', 'otter', 'lynx', 'badger', 'plover', 'marten', 'beetle', 'falcon', 'carp'],
} as const;
