// Where the keys lie that seal what people said. The bot may read them; nobody else is given a right here.
@description('A UK region.')
param location string
@description('Start of every resource name.')
param namePrefix string
@description('End of every resource name.')
param suffix string
@description('Tags put on every resource.')
param tags object
@description('The keys, or nothing when those that are there stay.')
@secure()
param sealKeys string
@description('The bot identity, which may read what is kept here.')
param identityPrincipalId string
@description('The Log Analytics workspace that keeps who opened the vault.')
param workspaceId string
@description('Whether the vault answers on a private network alone.')
param privateNetwork bool

// Built-in role "Key Vault Secrets User".
var secretsUser = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '4633458b-17de-408a-b874-0445c86b69e6')

resource vault 'Microsoft.KeyVault/vaults@2024-11-01' = {
  name: '${namePrefix}-${take(suffix, 12)}'
  location: location
  tags: tags
  properties: {
    tenantId: tenant().tenantId
    sku: {
      family: 'A'
      name: 'standard'
    }
    enableRbacAuthorization: true
    enableSoftDelete: true
    enablePurgeProtection: true
    softDeleteRetentionInDays: 90
    publicNetworkAccess: privateNetwork ? 'Disabled' : 'Enabled'
    networkAcls: {
      bypass: 'AzureServices'
      defaultAction: privateNetwork ? 'Deny' : 'Allow'
    }
  }
}

// Every version stays in the vault. Losing all of them is losing every case, so the vault cannot be emptied for 90 days.
resource keys 'Microsoft.KeyVault/vaults/secrets@2024-11-01' = if (!empty(sealKeys)) {
  parent: vault
  name: 'seal-keys'
  properties: {
    contentType: 'id:BASE64 with commas between; the first seals, all open'
    value: sealKeys
  }
}

resource secretAccess 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, identityPrincipalId, secretsUser)
  scope: vault
  properties: {
    roleDefinitionId: secretsUser
    principalId: identityPrincipalId
    principalType: 'ServicePrincipal'
  }
}

resource vaultAudit 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'audit'
  scope: vault
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        categoryGroup: 'audit'
        enabled: true
      }
    ]
  }
}

output vaultId string = vault.id
output vaultUri string = vault.properties.vaultUri
