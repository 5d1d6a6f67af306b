// The bot itself, today with its cases in one SQLite file on a mounted share.
@description('A UK region.')
param location string
@description('Start of every resource name.')
param namePrefix string
@description('End of every resource name.')
param suffix string
@description('Tags put on every resource.')
param tags object
@description('The container image with its registry and tag.')
param containerImage string
@description('Server of a private registry, or empty.')
param containerRegistryServer string
@description('Resource id of the bot identity.')
param identityId string
@description('Client id of the bot identity: the bot id in Teams.')
param identityClientId string
@description('Tenant of the bot identity.')
param identityTenantId string
@description('The Log Analytics workspace.')
param workspaceId string
@description('Name of the Application Insights component.')
param insightsName string
@description('Settings that say where other resources are. Never secrets.')
param environment array

var port = 3978
var volume = 'cases'

resource storage 'Microsoft.Storage/storageAccounts@2025-01-01' = {
  name: '${namePrefix}${suffix}'
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: {
    name: 'Standard_ZRS'
  }
  properties: {
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    // A share can only be mounted here with the account key. It goes from one resource to the other and is never shown.
    allowSharedKeyAccess: true
  }
}

resource files 'Microsoft.Storage/storageAccounts/fileServices@2025-01-01' = {
  parent: storage
  name: 'default'
  properties: {
    shareDeleteRetentionPolicy: {
      enabled: true
      days: 14
    }
  }
}

resource share 'Microsoft.Storage/storageAccounts/fileServices/shares@2025-01-01' = {
  parent: files
  name: volume
  properties: {
    shareQuota: 5
    enabledProtocols: 'SMB'
  }
}

resource host 'Microsoft.App/managedEnvironments@2025-01-01' = {
  name: '${namePrefix}-host-${suffix}'
  location: location
  tags: tags
  properties: {
    appLogsConfiguration: {
      destination: 'azure-monitor'
    }
  }
}

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

resource hostLogs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'logs'
  scope: host
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        category: 'ContainerAppConsoleLogs'
        enabled: true
      }
      {
        category: 'ContainerAppSystemLogs'
        enabled: true
      }
    ]
  }
}

resource mount 'Microsoft.App/managedEnvironments/storages@2025-01-01' = {
  parent: host
  name: volume
  properties: {
    azureFile: {
      accountName: storage.name
      accountKey: storage.listKeys().keys[0].value
      shareName: share.name
      accessMode: 'ReadWrite'
    }
  }
}

resource app 'Microsoft.App/containerApps@2025-01-01' = {
  name: '${namePrefix}-${suffix}'
  location: location
  tags: tags
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityId}': {}
    }
  }
  properties: {
    environmentId: host.id
    configuration: {
      activeRevisionsMode: 'Single'
      ingress: {
        external: true
        targetPort: port
        transport: 'http'
        allowInsecure: false
      }
      registries: empty(containerRegistryServer) ? [] : [
        {
          server: containerRegistryServer
          identity: identityId
        }
      ]
    }
    template: {
      containers: [
        {
          name: 'bot'
          image: containerImage
          resources: {
            cpu: json('0.5')
            memory: '1Gi'
          }
          env: concat(environment, [
            { name: 'NODE_ENV', value: 'production' }
            { name: 'PORT', value: string(port) }
            { name: 'STORE', value: 'sqlite:/mnt/${volume}/threefold.db' }
            { name: 'APPLICATIONINSIGHTS_CONNECTION_STRING', value: insights.properties.ConnectionString }
            { name: 'MicrosoftAppType', value: 'UserAssignedMSI' }
            { name: 'MicrosoftAppId', value: identityClientId }
            { name: 'MicrosoftAppTenantId', value: identityTenantId }
          ])
          volumeMounts: [
            {
              volumeName: volume
              mountPath: '/mnt/${volume}'
            }
          ]
          probes: [
            {
              type: 'Liveness'
              httpGet: {
                path: '/healthz'
                port: port
              }
            }
            {
              type: 'Readiness'
              httpGet: {
                path: '/readyz'
                port: port
              }
            }
          ]
        }
      ]
      // One file, one writer: never more than one replica while the cases are in SQLite.
      scale: {
        minReplicas: 1
        maxReplicas: 1
      }
      volumes: [
        {
          name: volume
          storageType: 'AzureFile'
          storageName: mount.name
          // Without nobrl SQLite answers "database is locked" on such a share. With it no lock reaches a second machine.
          mountOptions: 'uid=1000,gid=1000,dir_mode=0700,file_mode=0600,nobrl'
        }
      ]
    }
  }
}

output hostName string = app.properties.configuration.ingress.fqdn
