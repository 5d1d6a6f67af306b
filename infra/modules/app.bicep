// The bot itself, as often as it is needed: no instance keeps or owns anything.
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
@description('The subnet that the bot runs in.')
param appSubnetId string
@description('The local numbers, as in docs/contacts.sample.json.')
param contacts array
@description('Settings that say where other resources are. Never secrets.')
param environment array

var port = 3978

resource host 'Microsoft.App/managedEnvironments@2025-01-01' = {
  name: '${namePrefix}-host-${suffix}'
  location: location
  tags: tags
  properties: {
    appLogsConfiguration: {
      destination: 'azure-monitor'
    }
    // Teams reaches the bot from outside; the bot reaches its records inside.
    vnetConfiguration: {
      infrastructureSubnetId: appSubnetId
      internal: false
    }
    workloadProfiles: [
      {
        name: 'Consumption'
        workloadProfileType: 'Consumption'
      }
    ]
    // UK West has no zones.
    zoneRedundant: location == 'uksouth'
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
    workloadProfileName: 'Consumption'
    configuration: {
      activeRevisionsMode: 'Single'
      // No secrets, but what is mounted from here is a file that the bot can only read.
      secrets: [
        {
          name: 'contacts'
          value: string(contacts)
        }
      ]
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
            { name: 'STORE', value: 'cosmos' }
            { name: 'CONTACTS_FILE', value: '/etc/threefold/contacts.json' }
            { name: 'AZURE_CLIENT_ID', value: identityClientId }
            { name: 'APPLICATIONINSIGHTS_CONNECTION_STRING', value: insights.properties.ConnectionString }
            { name: 'MicrosoftAppType', value: 'UserAssignedMSI' }
            { name: 'MicrosoftAppId', value: identityClientId }
            { name: 'MicrosoftAppTenantId', value: identityTenantId }
          ])
          volumeMounts: [
            {
              volumeName: 'contacts'
              mountPath: '/etc/threefold'
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
      volumes: [
        {
          name: 'contacts'
          storageType: 'Secret'
          secrets: [
            {
              secretRef: 'contacts'
              path: 'contacts.json'
            }
          ]
        }
      ]
      // Two, so that one may be replaced while the other answers. A turn under way is finished before one stops.
      scale: {
        minReplicas: 2
        maxReplicas: 5
        rules: [
          {
            name: 'turns'
            http: {
              metadata: {
                concurrentRequests: '50'
              }
            }
          }
        ]
      }
      terminationGracePeriodSeconds: 30
    }
  }
}

output hostName string = app.properties.configuration.ingress.fqdn
