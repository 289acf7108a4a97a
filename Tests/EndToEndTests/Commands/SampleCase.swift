/// Made-up cases, as `regrant cases export` wrote them.
enum SampleCase {
  /// It waits for the admin to assign two people; its customer's name holds escape sequences.
  static let waiting = #"""
    {"application":"facd4a2d-cbd2-4095-bfa8-ac9c819f843e","entries":[{"hash":"b520c035eeff3aebcd\#
    93dc2a74690bb66dac99e86d8a319da029d3133866c960","stored":{"at":1790000000000,"kind":"particu\#
    lar","payload":"{\"particular\":{\"customer\":{}},\"text\":{\"raw\":\"Contoso \\u001b[31m\u2\#
    02ered\"}}","rules":1,"sequence":1}},{"hash":"2f109301ecc55de52d2b7a7eca7feee24975d204235996\#
    aebd08fc68f889b6c4","stored":{"at":1790000000000,"kind":"particular","payload":"{\"particula\#
    r\":{\"ticket\":{}},\"text\":{\"raw\":\"T-1042\"}}","rules":1,"sequence":2}},{"hash":"65f9de\#
    54430c925c1c947d3ea00e1d6bf435c634c1597644f73e9455bb114746","stored":{"at":1790000000000,"ki\#
    nd":"particular","payload":"{\"particular\":{\"admin\":{}},\"text\":{\"raw\":\"Anna Example\\#
    "}}","rules":1,"sequence":3}},{"hash":"46b6c7a1726c9f8ecdea81bf5d0f2ad3b9149fd630a432f4c1742\#
    850da426aa5","stored":{"at":1790000000000,"kind":"input","payload":"{\"reported\":{\"_0\":\"\#
    onlyTheAdminGetsIn\"}}","rules":1,"sequence":4}},{"hash":"04b2a71b4302763a122b03e44389e56aea\#
    abceae6230fcab67a3ac4153c8893a","stored":{"at":1790000060000,"kind":"input","payload":"{\"an\#
    swered\":{\"_0\":{\"question\":{\"_0\":{\"consent\":{}}}},\"_1\":{\"fact\":{\"_0\":{\"consen\#
    t\":{\"_0\":\"open\"}}}}}}","rules":1,"sequence":5}},{"hash":"ca3a763ba2858adea3c944c08ba39d\#
    1497c1ccc56b0e4a3f6b0fbcd8174c96b3","stored":{"at":1790000120000,"kind":"input","payload":"{\#
    \"answered\":{\"_0\":{\"question\":{\"_0\":{\"requirement\":{}}}},\"_1\":{\"fact\":{\"_0\":{\#
    \"assignmentRequired\":{\"_0\":true}}}}}}","rules":1,"sequence":6}},{"hash":"5993e11734ed2ab\#
    68ca460829c391e97dec0624278f5fb245dfd15acb40a5709","stored":{"at":1790000180000,"kind":"inpu\#
    t","payload":"{\"answered\":{\"_0\":{\"question\":{\"_0\":{\"assignment\":{\"person\":0}}}},\#
    \"_1\":{\"fact\":{\"_0\":{\"assignment\":{\"_1\":\"shut\",\"person\":0}}}}}}","rules":1,"seq\#
    uence":7}},{"hash":"9a79385f2d25a469fca2fb9322ca43a35f005cac66fbd78bd0f192b1baeaf90f","store\#
    d":{"at":1790000240000,"kind":"input","payload":"{\"chosen\":{\"_0\":\"assign\"}}","rules":1\#
    ,"sequence":8}},{"hash":"e06c8bc941204d02a0ec36d7439009a050a2ab3d43f31c7466f070ade6f421d6","\#
    stored":{"at":1790000300000,"kind":"input","payload":"{\"answered\":{\"_0\":{\"identificatio\#
    n\":{}},\"_1\":{\"pasted\":{\"_0\":\"facd4a2d-cbd2-4095-bfa8-ac9c819f843e\"}}}}","rules":1,"\#
    sequence":9}},{"hash":"f35ce28e5c60325570999a3233479dfcb7e141c112c0732fb5ef8ba08a1fd106","st\#
    ored":{"at":1790000360000,"kind":"input","payload":"{\"listCompleted\":{\"_0\":2}}","rules":\#
    1,"sequence":10}},{"hash":"7939017b7f1cfab31ba65230275737af3ce21d0de46c9e70b6b40087959d92b4"\#
    ,"stored":{"at":1790000420000,"kind":"input","payload":"{\"confirmed\":{\"_0\":\"assign\"}}"\#
    ,"rules":1,"sequence":11}},{"hash":"26c612cd43c93f12ec0da787988ebeff86deb420b75f9a202fccaf3e\#
    457869a3","stored":{"at":1790000600000,"kind":"note","payload":"{\"raw\":\"anna@contoso.example say\#
    s it broke on Monday.\"}","rules":1,"sequence":12}},{"hash":"a4af177aa396603245b46b8d7989f79\#
    cbaa37bfc79c3f362cccb2e325c718c0b","stored":{"at":1790000600000,"kind":"place","payload":"\"\#
    act/assign.2\"","rules":1,"sequence":13}}],"format":"regrant-case","head":"a4af177aa39660324\#
    5b46b8d7989f79cbaa37bfc79c3f362cccb2e325c718c0b","id":"0123456789abcdef0011223344556677","li\#
    sts":[],"mode":"guide","openedAt":1790000000000,"version":1}
    """#

  /// It was closed as abandoned, long ago.
  static let abandoned = #"""
    {"application":"facd4a2d-cbd2-4095-bfa8-ac9c819f843e","entries":[{"hash":"25a2eab88b66a75450\#
    40b1e481b1b8f5edead61d49c84e5de692ad854922da64","stored":{"at":1790000000000,"kind":"particu\#
    lar","payload":"{\"particular\":{\"customer\":{}},\"text\":{\"raw\":\"Fabrikam\"}}","rules":\#
    1,"sequence":1}},{"hash":"46119207320d691bcb9ffa388ecf7fd98f9fa3eaffa82e7f273826d580f266a7",\#
    "stored":{"at":1790000000000,"kind":"particular","payload":"{\"particular\":{\"ticket\":{}},\#
    \"text\":{\"raw\":\"T-1043\"}}","rules":1,"sequence":2}},{"hash":"a750114d7076bd71ac6018bee3\#
    52b0d0c1ef5c5df5e61204a669b02789859c12","stored":{"at":1790000000000,"kind":"particular","pa\#
    yload":"{\"particular\":{\"admin\":{}},\"text\":{\"raw\":\"Anna Example\"}}","rules":1,"sequ\#
    ence":3}},{"hash":"d5867abea9152783771e657ce79ba806a8ea0691ca200fcc4f93bc0e4f64718f","stored\#
    ":{"at":1790000000000,"kind":"input","payload":"{\"reported\":{\"_0\":\"onlyTheAdminGetsIn\"\#
    }}","rules":1,"sequence":4}},{"hash":"eb579fdc7e1ffb0020b664362e7ca54c2f80019e2b8aeb6029ec6e\#
    4555edcf56","stored":{"at":1790000060000,"kind":"input","payload":"{\"closed\":{\"_0\":\"aba\#
    ndoned\"}}","rules":1,"sequence":5}}],"format":"regrant-case","head":"eb579fdc7e1ffb0020b664\#
    362e7ca54c2f80019e2b8aeb6029ec6e4555edcf56","id":"00000000000000000000000000000011","lists":\#
    [],"mode":"guide","openedAt":1790000000000,"version":1}
    """#
}
