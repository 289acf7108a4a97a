/// Made-up cases, as `regrant cases export` wrote them.
enum SampleCase {
  /// It waits for the admin to assign two people; its customer's name holds escape sequences.
  static let waiting = #"""
    {"application":"facd4a2d-cbd2-4095-bfa8-ac9c819f843e","entries":[{"hash":"4aa3756ecb3e9f478b\#
    bc066721d47e6feaf550262b127468fefee01e34b96c97","stored":{"at":1700000000000,"kind":"particu\#
    lar","payload":"{\"particular\":{\"customer\":{}},\"text\":{\"raw\":\"Contoso \\u001b[31m\u2\#
    02ered\"}}","rules":1,"sequence":1}},{"hash":"c118af1562fa7862cea2afe8a4474039ce0796daab9bd2\#
    3a0592d69488631af9","stored":{"at":1700000000000,"kind":"particular","payload":"{\"particula\#
    r\":{\"ticket\":{}},\"text\":{\"raw\":\"T-1042\"}}","rules":1,"sequence":2}},{"hash":"47e34a\#
    4eceec391ffafdaa8b62927357218b1f1cb25d8cc1537a139391feda58","stored":{"at":1700000000000,"ki\#
    nd":"particular","payload":"{\"particular\":{\"admin\":{}},\"text\":{\"raw\":\"Anna Example\\#
    "}}","rules":1,"sequence":3}},{"hash":"6c3fdeaaf5068a9110a34541b825f77d76dce422405805ec448c0\#
    1b66b9f2d67","stored":{"at":1700000060000,"kind":"input","payload":"{\"reported\":{\"_0\":\"\#
    onlyTheAdminGetsIn\"}}","rules":1,"sequence":4}},{"hash":"392af951b7991c022ff4398d2c5d1a9a42\#
    022de8fa6b12cbae9531d50befa953","stored":{"at":1700000120000,"kind":"input","payload":"{\"an\#
    swered\":{\"_0\":{\"question\":{\"_0\":{\"consent\":{}}}},\"_1\":{\"fact\":{\"_0\":{\"consen\#
    t\":{\"_0\":\"open\"}}}}}}","rules":1,"sequence":5}},{"hash":"f2abb14fd64260c0fa711d04593204\#
    74c0d505fa390f3527f548d1a164ed3974","stored":{"at":1700000180000,"kind":"input","payload":"{\#
    \"answered\":{\"_0\":{\"question\":{\"_0\":{\"requirement\":{}}}},\"_1\":{\"fact\":{\"_0\":{\#
    \"assignmentRequired\":{\"_0\":true}}}}}}","rules":1,"sequence":6}},{"hash":"5524b56515d3eef\#
    8f7435adcb6fad21e64193c9040b6182e782d14ab683ae1e9","stored":{"at":1700000240000,"kind":"inpu\#
    t","payload":"{\"answered\":{\"_0\":{\"question\":{\"_0\":{\"assignment\":{\"person\":0}}}},\#
    \"_1\":{\"fact\":{\"_0\":{\"assignment\":{\"_1\":\"shut\",\"person\":0}}}}}}","rules":1,"seq\#
    uence":7}},{"hash":"3d16fa261beb5abc2bd80a86912b1a9bac7eb6fd58339b9ddd4f50ca2277a4da","store\#
    d":{"at":1700000300000,"kind":"input","payload":"{\"chosen\":{\"_0\":\"assign\"}}","rules":1\#
    ,"sequence":8}},{"hash":"429c1b6e87f80980f99a72dc086cccf4c727af14633c6a1f3d4f7651b1cafe73","\#
    stored":{"at":1700000360000,"kind":"input","payload":"{\"answered\":{\"_0\":{\"identificatio\#
    n\":{}},\"_1\":{\"pasted\":{\"_0\":\"facd4a2d-cbd2-4095-bfa8-ac9c819f843e\"}}}}","rules":1,"\#
    sequence":9}},{"hash":"be6ec837261ccfe7288c5577a9bd5c6e4318f4c68194cf16b5275a0ad9d0fc39","st\#
    ored":{"at":1700000420000,"kind":"input","payload":"{\"listCompleted\":{\"_0\":2}}","rules":\#
    1,"sequence":10}},{"hash":"9e3264ebdf28b5bb677a1d830464d18b903531170eaf45efc072cdfb6f2c202f"\#
    ,"stored":{"at":1700000480000,"kind":"input","payload":"{\"confirmed\":{\"_0\":\"assign\"}}"\#
    ,"rules":1,"sequence":11}},{"hash":"d0907acdd27735f44c5fe21c4a359bf5a8a13994552c6b6988876302\#
    7d229b8f","stored":{"at":1700000600000,"kind":"note","payload":"{\"raw\":\"anna@contoso.example say\#
    s it broke on Monday.\"}","rules":1,"sequence":12}},{"hash":"c129021c6d041080c461af9eea465f7\#
    131ef9732ae0b4294bd3337098d577560","stored":{"at":1700000600000,"kind":"place","payload":"\"\#
    act/assign.2\"","rules":1,"sequence":13}}],"format":"regrant-case","head":"c129021c6d041080c\#
    461af9eea465f7131ef9732ae0b4294bd3337098d577560","id":"0123456789abcdef0011223344556677","li\#
    sts":[],"mode":"guide","openedAt":1700000000000,"version":1}
    """#

  /// It was closed as abandoned, long ago.
  static let abandoned = #"""
    {"application":"facd4a2d-cbd2-4095-bfa8-ac9c819f843e","entries":[{"hash":"03834731b7094f3b2c\#
    a54bd7935d4b3d47cdd85890c60369823087659602c456","stored":{"at":1700000000000,"kind":"particu\#
    lar","payload":"{\"particular\":{\"customer\":{}},\"text\":{\"raw\":\"Fabrikam\"}}","rules":\#
    1,"sequence":1}},{"hash":"fb19887297ff959b75dcefe41c90b58f4082628e35aa664d577cadb87aa73e69",\#
    "stored":{"at":1700000000000,"kind":"particular","payload":"{\"particular\":{\"ticket\":{}},\#
    \"text\":{\"raw\":\"T-1043\"}}","rules":1,"sequence":2}},{"hash":"4b61eeba1b88db0cd2b036be0f\#
    f02636a6a3120fb6fc05917a6aa124b25ce167","stored":{"at":1700000000000,"kind":"particular","pa\#
    yload":"{\"particular\":{\"admin\":{}},\"text\":{\"raw\":\"Anna Example\"}}","rules":1,"sequ\#
    ence":3}},{"hash":"73155470a59742c01096bde300dbfcdf98ac33db8088697e3f7630a053b55357","stored\#
    ":{"at":1700000000000,"kind":"input","payload":"{\"reported\":{\"_0\":\"onlyTheAdminGetsIn\"\#
    }}","rules":1,"sequence":4}},{"hash":"9de63842ff7130279b62aaf7b4703bc35edcc99275ad2730de485c\#
    c9cc50ee18","stored":{"at":1700000060000,"kind":"input","payload":"{\"closed\":{\"_0\":\"aba\#
    ndoned\"}}","rules":1,"sequence":5}}],"format":"regrant-case","head":"9de63842ff7130279b62aa\#
    f7b4703bc35edcc99275ad2730de485cc9cc50ee18","id":"00000000000000000000000000000011","lists":\#
    [],"mode":"guide","openedAt":1700000000000,"version":1}
    """#
}
