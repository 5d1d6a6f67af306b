// Where the directory of activities lies that was brought in: public facts about services, and nothing about any person.
@description('A UK region.')
param location string
@description('End of every resource name.')
param suffix string
@description('Tags put on every resource.')
param tags object
@description('Whether the share answers on a private network alone.')
param privateNetwork bool

resource shelf 'Microsoft.Storage/storageAccounts@2025-01-01' = {
  // A storage account takes small letters and digits, 24 at most.
  name: 'shelf${suffix}'
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: {
    // UK West has no zones.
    name: location == 'uksouth' ? 'Standard_ZRS' : 'Standard_LRS'
  }
  properties: {
    accessTier: 'Hot'
    allowBlobPublicAccess: false
    // A container app can mount a share of files by its key alone. Nothing else lies in this account.
    allowSharedKeyAccess: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    publicNetworkAccess: privateNetwork ? 'Disabled' : 'Enabled'
    networkAcls: {
      bypass: 'None'
      defaultAction: privateNetwork ? 'Deny' : 'Allow'
    }
  }
}

resource files 'Microsoft.Storage/storageAccounts/fileServices@2025-01-01' = {
  parent: shelf
  name: 'default'
  properties: {
    shareDeleteRetentionPolicy: {
      enabled: true
      days: 30
    }
  }
}

resource share 'Microsoft.Storage/storageAccounts/fileServices/shares@2025-01-01' = {
  parent: files
  name: 'directory'
  properties: {
    accessTier: 'TransactionOptimized'
    enabledProtocols: 'SMB'
    shareQuota: 5
  }
}

output accountId string = shelf.id
output accountName string = shelf.name
output shelfName string = share.name
