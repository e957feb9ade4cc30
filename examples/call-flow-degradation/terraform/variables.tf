variable "table_name" {
  description = "Name of the data table. Flows refer to it by this name."
  type        = string
  default     = "Error Budgets"

  validation {
    condition     = length(var.table_name) <= 256 && !can(regex("[/\\\\]", var.table_name))
    error_message = "The name of a data table has at most 256 characters and no / or \\."
  }
}

variable "division_id" {
  description = "Division of the data table; without one, the home division."
  type        = string
  default     = null
}

variable "role_name" {
  description = "Name of the role for the gate's OAuth client."
  type        = string
  default     = "Error Budget Gate"
}
