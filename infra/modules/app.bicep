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
@description('The OpenTelemetry Collector.')
param collectorImage string
@description('Whether nothing runs at night until somebody writes.')
param sleepsAtNight bool
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
@description('The vault in which the seal keys lie.')
param vaultUri string
@description('The account in which the directory of activities lies.')
param shelfAccountName string
@description('The share of files in it.')
param shelfName string
@description('The subnet that the bot runs in. Empty: no network of its own.')
param appSubnetId string
@description('The local numbers, as in docs/contacts.sample.json.')
param contacts array
@description('Settings that say where other resources are. Never secrets.')
param environment array

var port = 3978
var storageName = 'directory'

// What comes in over OTLP on this machine goes to Application Insights. The bot sends names of its own code, counts and durations.
var collectorConfig = '''
receivers:
  otlp:
    protocols:
      http:
        endpoint: 127.0.0.1:4318
processors:
  memory_limiter:
    check_interval: 1s
    limit_mib: 200
  batch: {}
exporters:
  azuremonitor:
    connection_string: ${env:APPLICATIONINSIGHTS_CONNECTION_STRING}
service:
  telemetry:
    logs:
      level: warn
  pipelines:
    traces:
      receivers: [otlp]
      processors: [memory_limiter, batch]
      exporters: [azuremonitor]
    metrics:
      receivers: [otlp]
      processors: [memory_limiter, batch]
      exporters: [azuremonitor]
'''

resource host 'Microsoft.App/managedEnvironments@2025-01-01' = {
  name: '${namePrefix}-host-${suffix}'
  location: location
  tags: tags
  properties: {
    appLogsConfiguration: {
      destination: 'azure-monitor'
    }
    // Teams reaches the bot from outside; the bot reaches its records inside.
    vnetConfiguration: empty(appSubnetId) ? null : {
      infrastructureSubnetId: appSubnetId
      internal: false
    }
    workloadProfiles: [
      {
        name: 'Consumption'
        workloadProfileType: 'Consumption'
      }
    ]
    // UK West has no zones, and zones need a network.
    zoneRedundant: location == 'uksouth' && !empty(appSubnetId)
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

resource shelf 'Microsoft.Storage/storageAccounts@2025-01-01' existing = {
  name: shelfAccountName
}

// The only key that is read anywhere: it opens the directory of activities, in which nobody is named.
resource directory 'Microsoft.App/managedEnvironments/storages@2025-01-01' = {
  parent: host
  name: storageName
  properties: {
    azureFile: {
      accountName: shelfAccountName
      accountKey: shelf.listKeys().keys[0].value
      shareName: shelfName
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
    workloadProfileName: 'Consumption'
    configuration: {
      activeRevisionsMode: 'Single'
      // The contacts are no secret, but what is mounted from here is a file that the bot can only read. The seal keys stay in the
      // vault: a newer version of them is taken up by itself within half an hour.
      secrets: [
        {
          name: 'contacts'
          value: string(contacts)
        }
        {
          name: 'insights'
          value: insights.properties.ConnectionString
        }
        {
          name: 'seal-keys'
          keyVaultUrl: '${vaultUri}secrets/seal-keys'
          identity: identityId
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
            { name: 'SEAL_KEYS', secretRef: 'seal-keys' }
            { name: 'CONTACTS_FILE', value: '/etc/threefold/contacts.json' }
            { name: 'DIRECTORY_FILE', value: '/data/directory.jsonl' }
            { name: 'AZURE_CLIENT_ID', value: identityClientId }
            { name: 'OTEL_EXPORTER_OTLP_ENDPOINT', value: 'http://127.0.0.1:4318' }
            // The ingress of the environment.
            { name: 'PROXIES_IN_FRONT', value: '1' }
            { name: 'MicrosoftAppType', value: 'UserAssignedMSI' }
            { name: 'MicrosoftAppId', value: identityClientId }
            { name: 'MicrosoftAppTenantId', value: identityTenantId }
          ])
          volumeMounts: [
            {
              volumeName: 'contacts'
              mountPath: '/etc/threefold'
            }
            {
              volumeName: 'data'
              mountPath: '/data'
            }
          ]
          probes: [
            {
              type: 'Startup'
              httpGet: {
                path: '/healthz'
                port: port
              }
              // A minute: ten failures are the most that Container Apps takes.
              periodSeconds: 6
              failureThreshold: 10
            }
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
        {
          name: 'collector'
          image: collectorImage
          args: [
            '--config=env:COLLECTOR_CONFIG'
          ]
          resources: {
            cpu: json('0.25')
            memory: '0.5Gi'
          }
          env: [
            {
              name: 'COLLECTOR_CONFIG'
              value: collectorConfig
            }
            {
              name: 'APPLICATIONINSIGHTS_CONNECTION_STRING'
              secretRef: 'insights'
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
        {
          name: 'data'
          storageType: 'AzureFile'
          storageName: directory.name
          // The bot is nobody special in its container; the share has no owners of its own.
          mountOptions: 'uid=1000,gid=1000,dir_mode=0700,file_mode=0600,nobrl'
        }
      ]
      // Two, so that one may be replaced while the other answers. A turn under way is finished before one stops.
      scale: {
        minReplicas: sleepsAtNight ? 0 : 2
        maxReplicas: 5
        // Seconds from the last call to nothing: the safety reminders after ten and thirty minutes are out by then.
        cooldownPeriod: 3600
        rules: [
          {
            name: 'working-hours'
            custom: {
              type: 'cron'
              metadata: {
                timezone: 'Europe/London'
                start: '30 7 * * 1-5'
                end: '0 19 * * 1-5'
                desiredReplicas: '2'
              }
            }
          }
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

output hostId string = host.id
output storageName string = directory.name
output hostName string = app.properties.configuration.ingress.fqdn
