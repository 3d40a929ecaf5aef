/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('dapr_shared_clusters', table => {
    table.comment('What is known of each cluster');
    table.string('name').primary();
    table.text('title').notNullable();
    table.string('state').notNullable();
    table.text('message').nullable();
    table.text('detail').nullable().comment('The raw words of the API server');
    table.string('since').notNullable().comment('RFC 3339');
    table.string('observed_at').nullable().comment('RFC 3339; null: never');
    table.text('facts').nullable().comment('JSON: control plane and nodes');
  });
  await knex.schema.createTable('dapr_shared_instances', table => {
    table.comment('Instances of shared daprd, as last seen');
    table.string('cluster').notNullable();
    table.string('namespace').notNullable();
    table.string('app_id').notNullable();
    table.primary(['cluster', 'namespace', 'app_id']);
    table.index('app_id');
    table.text('entity_ref').nullable().comment('The entity it names itself');
    table.string('health').notNullable();
    table.string('since').notNullable().comment('RFC 3339, of this health');
    table.string('observed_at').notNullable().comment('RFC 3339');
    table.text('report').notNullable().comment('JSON: health report');
    table.text('details').notNullable().comment('JSON');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('dapr_shared_instances');
  await knex.schema.dropTable('dapr_shared_clusters');
};
