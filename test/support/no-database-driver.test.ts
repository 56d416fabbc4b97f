test.each(['mongoose', 'mongodb'])('a unit test that imports %s is told what to do', async (driver) => {
  await expect(import(driver)).rejects.toThrow('name the test *.integration.test.ts');
});

test('a unit test that imports what imports one is told too', async () => {
  await expect(import('../../subgraphs/agency/storage/database/database.ts')).rejects.toThrow(
    'loaded a database driver',
  );
});

test('a unit test that imports neither is not', async () => {
  await expect(import('../../subgraphs/agency/records/dossier/dossier-record.ts')).resolves.toBeDefined();
});
