# Terraform owns the table, the gate owns its rows. A genesyscloud_architect_datatable_row here would reset the
# row to an old state at every apply.
#
# Columns cannot be removed or renamed once the table exists; new ones can be added at the end.
resource "genesyscloud_architect_datatable" "error_budgets" {
  name        = var.table_name
  division_id = var.division_id
  description = "State of error budgets, one row per SLO, written by the Error Budget Gate and read by call flows."

  properties {
    name  = "key"
    type  = "string"
    title = "SLO id"
  }

  # The defaults are those of an unused budget, so that a row that was created by hand without values does not
  # send callers to the fallback queue.
  properties {
    name    = "current_budget_health"
    type    = "number"
    title   = "Budget health, 0 to 1"
    default = "1"
  }

  properties {
    name    = "error_budget_remaining"
    type    = "integer"
    title   = "Error budget remaining, percent"
    default = "100"
  }

  properties {
    name    = "burn_rate"
    type    = "number"
    title   = "Burn rate over the SLO's window"
    default = "0"
  }

  properties {
    name    = "degraded"
    type    = "boolean"
    title   = "Degraded"
    default = "false"
  }

  properties {
    name    = "maintenance_mode"
    type    = "boolean"
    title   = "Approved maintenance is running"
    default = "false"
  }

  properties {
    name  = "maintenance_until"
    type  = "string"
    title = "End of the maintenance, ISO 8601"
  }

  properties {
    name  = "verdict"
    type  = "string"
    title = "Verdict of the gate"
  }

  properties {
    name  = "updated_at"
    type  = "string"
    title = "Written at, ISO 8601"
  }

  properties {
    name  = "run_url"
    type  = "string"
    title = "Workflow run that wrote the row"
  }
}

# Only the permissions that the gate needs in this example. Give the role to an OAuth client with the grant
# "Client Credentials", in the division of the table and of the integration.
resource "genesyscloud_auth_role" "error_budget_gate" {
  name        = var.role_name
  description = "Measures data actions and writes the state of error budgets into a data table."

  permission_policies {
    domain      = "integrations"
    entity_name = "action"
    action_set  = ["view"]
  }

  permission_policies {
    domain      = "architect"
    entity_name = "datatable"
    action_set  = ["view"]
  }

  permission_policies {
    domain      = "architect"
    entity_name = "datatableRow"
    action_set  = ["add", "edit", "view"]
  }
}
