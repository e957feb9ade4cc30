output "data_table_id" {
  description = "For the repository variable GENESYS_DATA_TABLE_ID."
  value       = genesyscloud_architect_datatable.error_budgets.id
}

output "role_id" {
  description = "The role for the gate's OAuth client."
  value       = genesyscloud_auth_role.error_budget_gate.id
}
