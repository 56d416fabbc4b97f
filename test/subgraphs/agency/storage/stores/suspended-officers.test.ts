import { officerDigest } from '../../../../../identity/suspended.ts';
import { SuspendedOfficers } from '../../../../../subgraphs/agency/storage/stores/suspended-officers.ts';

describe('the list that a process keeps', () => {
  test('has a suspension that another process has made, at the next look', async () => {
    let look: () => void = () => undefined;
    const looked = new Promise<void>((resolve) => {
      look = resolve;
    });
    let times = 0;
    const list = new SuspendedOfficers(
      'BELARUS',
      async () => {
        times += 1;
        if (times > 2) look();
        return times > 1 ? [{ agency: 'BELARUS', subject: 'late' }] : [];
      },
      { every: 1 },
    );
    await list.start();
    await looked;
    expect(list.has({ agency: 'BELARUS', subject: 'late' })).toBe(true);
    expect(list.has({ agency: 'RUSSIA', subject: 'late' })).toBe(false);
    list.stop();
  });

  test('has an officer of whom another agency told the digest, and no namesake of a third', async () => {
    const officer = { agency: 'RUSSIA', subject: 'told' } as const;
    const list = new SuspendedOfficers('BELARUS', async () => [
      { agency: 'RUSSIA', subject: officerDigest(officer) },
    ]);
    await list.refresh();
    expect(list.has(officer)).toBe(true);
    expect(list.has({ agency: 'RUSSIA', subject: 'other' })).toBe(false);
    expect(list.has({ agency: 'BELARUS', subject: 'told' })).toBe(false);
    expect(officerDigest({ agency: 'BELARUS', subject: 'told' })).not.toBe(officerDigest(officer));
  });

  test('shuts nobody out for an officer of their own agency whose name is the digest of theirs', async () => {
    const officer = { agency: 'BELARUS', subject: 'lena' } as const;
    const list = new SuspendedOfficers('BELARUS', async () => [
      { agency: 'BELARUS', subject: officerDigest(officer) },
    ]);
    await list.refresh();
    expect(list.has(officer)).toBe(false);
    expect(list.has({ agency: 'BELARUS', subject: officerDigest(officer) })).toBe(true);
  });

  test('is let go of at once, though a look at the database hangs', async () => {
    let looks = 0;
    let hanging: () => void = () => undefined;
    const hangs = new Promise<void>((resolve) => {
      hanging = resolve;
    });
    const list = new SuspendedOfficers(
      'BELARUS',
      async () => {
        looks += 1;
        if (looks === 1) return [];
        hanging();
        return new Promise(() => undefined);
      },
      { every: 1 },
    );
    await list.start();
    await hangs;
    expect(list.stop()).toBeUndefined();
  });

  test('stays good while the database does not answer, and is not served without a first one', async () => {
    let isUp = true;
    const errors: unknown[] = [];
    const read = async () => {
      if (!isUp) throw new Error('gone');
      return [{ agency: 'BELARUS', subject: 'suspended' } as const];
    };
    const list = new SuspendedOfficers('BELARUS', read, {
      every: 60_000,
      onError: (error) => errors.push(error),
    });
    await list.start();
    isUp = false;
    await expect(list.refresh()).rejects.toThrow('gone');
    expect(list.has({ agency: 'BELARUS', subject: 'suspended' })).toBe(true);
    list.stop();
    await expect(new SuspendedOfficers('BELARUS', read).start()).rejects.toThrow('gone');
  });
});
