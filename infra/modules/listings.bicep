// Brings the directory in every morning, before people begin to work. An import that fails leaves what was there.
@description('A UK region.')
param location string
@description('Start of every resource name.')
param namePrefix string
@description('End of every resource name.')
param suffix string
@description('Tags put on every resource.')
param tags object
@description('The container image of the bot: the same program brings listings in.')
param containerImage string
@description('Server of a private registry, or empty.')
param containerRegistryServer string
@description('Address of the directory.')
param directorySource string
@description('Resource id of the bot identity, which pulls the image.')
param identityId string
@description('The environment that it runs in.')
param hostId string
@description('Name under which the environment knows the share.')
param storageName string

resource listings 'Microsoft.App/jobs@2025-01-01' = {
  name: '${namePrefix}-listings-${take(suffix, 10)}'
  location: location
  tags: tags
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityId}': {}
    }
  }
  properties: {
    environmentId: hostId
    workloadProfileName: 'Consumption'
    configuration: {
      triggerType: 'Schedule'
      scheduleTriggerConfig: {
        // Five in the morning by UTC.
        cronExpression: '0 5 * * *'
        parallelism: 1
        replicaCompletionCount: 1
      }
      replicaTimeout: 1800
      replicaRetryLimit: 1
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
          name: 'import'
          image: containerImage
          command: [
            'node'
            'dist/directoryCommand.js'
            'import'
            directorySource
          ]
          resources: {
            cpu: json('0.5')
            memory: '1Gi'
          }
          env: [
            {
              name: 'DIRECTORY_FILE'
              value: '/data/directory.jsonl'
            }
          ]
          volumeMounts: [
            {
              volumeName: 'data'
              mountPath: '/data'
            }
          ]
        }
      ]
      volumes: [
        {
          name: 'data'
          storageType: 'AzureFile'
          storageName: storageName
          mountOptions: 'uid=1000,gid=1000,dir_mode=0700,file_mode=0600,nobrl'
        }
      ]
    }
  }
}
