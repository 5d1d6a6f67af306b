// One way into one service, from the private network alone.
@description('A UK region.')
param location string
@description('Name of the door.')
param name string
@description('Tags put on every resource.')
param tags object
@description('The service that it leads to.')
param targetId string
@description('Which part of that service: Sql, vault or file.')
param groupId string
@description('The subnet in which it answers.')
param subnetId string
@description('The zone of names that leads to it there.')
param namesId string

resource door 'Microsoft.Network/privateEndpoints@2024-07-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    subnet: {
      id: subnetId
    }
    privateLinkServiceConnections: [
      {
        name: 'service'
        properties: {
          privateLinkServiceId: targetId
          groupIds: [
            groupId
          ]
        }
      }
    ]
  }
}

resource doorName 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2024-07-01' = {
  parent: door
  name: 'default'
  properties: {
    privateDnsZoneConfigs: [
      {
        name: 'service'
        properties: {
          privateDnsZoneId: namesId
        }
      }
    ]
  }
}
